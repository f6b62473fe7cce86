import type { ModelAnswer } from './tenant-model.ts'

/** The tenant's own error body; test support. */
export const refusal = (status: number, text: string): ModelAnswer => ({
  status,
  body: {
    detailCode: `${status}.0 Refused`,
    trackingId: 'f0e1d2c3',
    messages: [{ locale: 'en-US', localeOrigin: 'DEFAULT', text }],
    causes: [],
  },
})
