import { EventEmitter, once } from 'node:events'
import { Agent, get } from 'node:http'
import { expect, test } from 'vitest'
import { listen } from '#platform/http.ts'

test('closing answers the request in flight, then does not wait for the client to let go of its connection', async () => {
  const gate = new EventEmitter()
  const listener = await listen(
    async () => {
      const opened = once(gate, 'open')
      gate.emit('arrived')
      await opened
      return new Response('done')
    },
    { host: '127.0.0.1', port: 0 },
  )
  const arrived = once(gate, 'arrived')
  const agent = new Agent({ keepAlive: true })
  const call = get({ host: '127.0.0.1', port: listener.port, agent })
  const answered = once(call, 'response')
  await arrived
  // The grace is longer than the test may take: only an end by itself lets it pass.
  const closed = listener.close(600_000)
  gate.emit('open')
  const [response] = await answered
  expect(response).toMatchObject({ statusCode: 200 })
  response.resume()
  await closed
  agent.destroy()
}, 3_000)
