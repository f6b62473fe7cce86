import type { Formats } from './formats.ts'

/** The English texts of deciding by keys: what stands between the first key and the second. */
export const keyConfirmTexts = (f: Formats) => ({
  label: 'Confirm',
  approve: (name: string, count: number) =>
    count === 1 ? `Approve “${name}”?` : `Approve all ${f.number(count)} changes of “${name}”?`,
  reject: (name: string, count: number) =>
    count === 1 ? `Reject “${name}”?` : `Reject all ${f.number(count)} changes of “${name}”?`,
  gated: (name: string, reason: string) => `Open “${name}” before you approve it. ${reason}`,
  approveKey: 'Approve',
  rejectKey: 'Reject',
  openKey: 'Open',
  note: 'Note, kept here only (optional)',
  reasons: {
    removes: 'It takes access away.',
    'unknown-verb': 'Its operation is not one Countersign knows.',
    unreadable: 'Parts of it could not be read.',
  },
})
