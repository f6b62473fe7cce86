import { screenTexts } from '#src/lib/messages/context.tsx'
import { identitiesTexts } from '#src/lib/messages/en-identities.ts'

/** The texts of the identities, which travel with these screens. */
export const useIdentitiesTexts = screenTexts(identitiesTexts)
