/** What the tabs of one browser tell each other about the session they share. */
const CHANNEL = 'countersign.session'
const SIGNED_OUT = 'signed-out'

/** Tells every other tab that the session has ended here (promise S6). */
export function tellSignedOut(): void {
  const channel = new BroadcastChannel(CHANNEL)
  // A channel reaches this origin only, and takes no other argument.
  // oxlint-disable-next-line require-post-message-target-origin
  channel.postMessage(SIGNED_OUT)
  channel.close()
}

/** Calls back when another tab has signed out; gives back how to stop listening. */
export function onSignedOutElsewhere(act: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', ({ data }) => {
    if (data === SIGNED_OUT) act()
  })
  return () => channel.close()
}
