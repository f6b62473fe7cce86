import { createContext, use } from 'react'
import type { ReactNode } from 'react'
import { en } from './en.ts'
import type { Messages } from './en.ts'
import { createFormats } from './formats.ts'
import type { Formats } from './formats.ts'

interface Language {
  readonly messages: Messages
  readonly formats: Formats
}

/** English words; numbers and times as the browser's owner writes them. */
const formats = createFormats({ words: 'en', figures: undefined })
const english: Language = { messages: en(formats), formats }

const LanguageContext = createContext(english)

/** Gives everything below it the texts and the number and time formats of one language. */
export function MessagesProvider({
  language = english,
  children,
}: {
  readonly language?: Language
  readonly children: ReactNode
}) {
  return <LanguageContext value={language}>{children}</LanguageContext>
}

/** The texts that every screen needs, in the reader's language. */
export const useMessages = (): Messages => use(LanguageContext).messages

/**
 * The texts of one screen, which travel with that screen's code instead of with the first paint.
 *
 * @param make the screen's catalogue, `(formats) => texts`
 * @returns a hook that gives these texts in the reader's language
 */
export function screenTexts<Texts extends object>(make: (formats: Formats) => Texts): () => Texts {
  const made = new WeakMap<Formats, Texts>()
  return function useScreenTexts() {
    const { formats } = use(LanguageContext)
    const known = made.get(formats)
    if (known) return known
    const texts = make(formats)
    made.set(formats, texts)
    return texts
  }
}
