import type { Formats } from './formats.ts'

/** The English texts of decisions on their way: where they stand, and what can still be done about them. */
export const outboxTexts = (f: Formats) => ({
  label: 'Outbox',
  ended: (what: string, progress: string) => `${what}: ${progress}.`,
  details: 'Details',
  detailsOf: (what: string) => `Details: ${what}`,
  handingOver: 'Handing over…',
  notHandedOver: 'Not handed over',
  refused: 'Not handed over: open the work item first. It takes access away, or cannot be read in full.',
  announceHeld: (what: string, at: number) => `${what}: will be sent at ${f.clock(at)}. You can take it back until then.`,
  takeBack: 'Take back',
  takeBackOf: (what: string) => `Take back: ${what}`,
  sendNow: 'Send now',
  sendNowOf: (what: string) => `Send now: ${what}`,
  checkAgain: 'Check again',
  sendAgain: 'Send again',
  dismiss: 'Leave it',
  hide: (what: string) => `Hide: ${what}`,
  actFailed: 'That did not work.',
  resend: 'Try again',
  discard: 'Discard',
  needsYouHelp:
    'Countersign read the work item again and it is still open. SailPoint may yet carry out the first request. Check again, send once more, or leave it.',
  actionNeedsYouHelp:
    'SailPoint does not tell afterwards whether it did. Look at the person before you check again, send once more, or leave it.',
  stillThere: 'SailPoint accepted the deletion, yet the person is still there. Check again later, or leave it.',
  sent: {
    no: 'Nothing was sent to SailPoint.',
    yes: 'It was sent to SailPoint.',
    unknown: 'It is not known whether it was handed over. Trying again is safe: it stays one and the same decision.',
  },
  run: {
    heldUntil: (at: number, left: number) => `Will be sent at ${f.clock(at)}, in ${f.span(left + 999)}`,
    heldRest: 'The rest is held',
    paused: 'Paused: nothing more is sent; cancelled after 24 hours',
    stopping: 'Stopped: what had left is followed to its end',
    stopped: 'Stopped',
    ended: 'Ended',
    sending: 'Being sent',
    needsYou: (count: number) => `${f.number(count)} ${f.plural(count, { one: 'needs', other: 'need' })} you`,
    waitingRate: (ms: number) => `Waiting ${f.span(ms + 999)}: SailPoint’s limit for requests`,
    waitingNetwork: (ms: number) => `SailPoint cannot be reached; asked again in ${f.span(ms + 999)}`,
  },
})
