/**
 * The most entries one run takes, by the desk's contract (`RunDraft.entries`). So many people are also the most that a list, a pasted text
 * or a selection may name: nobody is looked up or chosen who could not be acted on in one go.
 */
export const mostEntries = 5000
