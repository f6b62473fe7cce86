import { screenTexts } from '#src/lib/messages/context.tsx'
import { workItemTexts } from '#src/lib/messages/en-work-item.ts'

export type WorkItemTexts = ReturnType<typeof workItemTexts>

/** The texts of an opened work item, which travel with its screen. */
export const useWorkItemTexts = screenTexts(workItemTexts)
