import { createContext, use } from 'react'
import type { ReactNode } from 'react'
import { en } from './en.ts'
import type { Messages } from './en.ts'
import { createFormats } from './formats.ts'

/** English words; numbers and times as the browser's owner writes them. */
const english: Messages = en(createFormats({ words: 'en', figures: undefined }))

const MessagesContext = createContext<Messages>(english)

/** Gives everything below it the texts of one language. */
export function MessagesProvider({
  messages = english,
  children,
}: {
  readonly messages?: Messages
  readonly children: ReactNode
}) {
  return <MessagesContext value={messages}>{children}</MessagesContext>
}

/** The texts of the reader's language. */
export const useMessages = (): Messages => use(MessagesContext)
