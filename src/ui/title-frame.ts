import { createContext, use } from 'react'

/** What is put around the document's title while the page is on screen, such as a number of things that wait. */
export const TitleFrame = createContext<(title: string) => string>((title) => title)

export const useTitleFrame = (): ((title: string) => string) => use(TitleFrame)
