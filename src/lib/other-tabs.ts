/** What the tabs of one browser tell each other about the session they share (promise S6), and what they do in it. */
const CHANNEL = 'countersign.session'

type Message =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signed-in'; readonly userId: string }
  | { readonly kind: 'handed-over'; readonly runId: string }

/** This page's own sign: a channel's messages reach all others of its name, those of the same page too. */
const ownSign = crypto.randomUUID()

function tell(message: Message): void {
  const channel = new BroadcastChannel(CHANNEL)
  // A channel reaches this origin only, and takes no other argument.
  // oxlint-disable-next-line require-post-message-target-origin
  channel.postMessage({ ...message, from: ownSign })
  channel.close()
}

/** Tells every other tab that the session has ended here. */
export const tellSignedOut = (): void => tell({ kind: 'signed-out' })

/** Tells every other tab who is signed in here. */
export const tellSignedIn = (userId: string): void => tell({ kind: 'signed-in', userId })

/** Tells every other tab that this run is on its way. */
export const tellHandedOver = (runId: string): void => tell({ kind: 'handed-over', runId })

/** Calls back with what another tab tells; gives back how to stop listening. */
export function onOtherTabs(act: (message: Message) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', ({ data }: MessageEvent<Message & { readonly from: string }>) => {
    if (data.from !== ownSign) act(data)
  })
  return () => channel.close()
}
