import { Button } from '#src/ui/Button.tsx'
import { Component } from 'react'
import type { ReactNode } from 'react'
import { useMessages } from '#src/lib/messages/context.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { theme } from '#src/ui/theme.ts'

interface State {
  readonly hasCrashed: boolean
}

/** The last net: a page that cannot be drawn says so and offers to start again. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { hasCrashed: false }

  static getDerivedStateFromError(): State {
    return { hasCrashed: true }
  }

  override render(): ReactNode {
    return this.state.hasCrashed ? <Crash /> : this.props.children
  }
}

function Crash() {
  const messages = useMessages()
  return (
    <main role="alert">
      <EmptyState icon="alert" title={messages.crash.title} text={messages.crash.text}>
        <Button variant="contained" onClick={() => location.reload()} sx={{ marginTop: theme.spacing(3) }}>
          {messages.reload}
        </Button>
      </EmptyState>
    </main>
  )
}
