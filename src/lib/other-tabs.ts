/** What the tabs of one browser tell each other about the session they share (promise S6). */
const CHANNEL = 'countersign.session'

type Message = { readonly kind: 'signed-out' } | { readonly kind: 'signed-in'; readonly userId: string }

function tell(message: Message): void {
  const channel = new BroadcastChannel(CHANNEL)
  // A channel reaches this origin only, and takes no other argument.
  // oxlint-disable-next-line require-post-message-target-origin
  channel.postMessage(message)
  channel.close()
}

/** Tells every other tab that the session has ended here. */
export const tellSignedOut = (): void => tell({ kind: 'signed-out' })

/** Tells every other tab who is signed in here. */
export const tellSignedIn = (userId: string): void => tell({ kind: 'signed-in', userId })

/** Calls back with what another tab tells; gives back how to stop listening. */
export function onOtherTabs(act: (message: Message) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => act(data))
  return () => channel.close()
}
