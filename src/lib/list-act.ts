/** What can be done with a list as a whole; no key does it. */
export type ListAct = 'refresh' | 'selectSeveral' | 'forwardAll' | 'saveView'
