import { screenTexts } from '#src/lib/messages/context.tsx'
import { reviewTexts } from '#src/lib/messages/en-review.ts'

/** The texts of the review, in the reader's language. */
export const useReviewTexts = screenTexts(reviewTexts)
export type ReviewTexts = ReturnType<typeof reviewTexts>
