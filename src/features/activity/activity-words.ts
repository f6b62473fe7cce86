import { screenTexts } from '#src/lib/messages/context.tsx'
import { activityTexts } from '#src/lib/messages/en-activity.ts'

/** The texts of activity, in the reader's language. */
export const useActivityTexts = screenTexts(activityTexts)
