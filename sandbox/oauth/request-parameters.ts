/** The request to the token endpoint cannot be read. */
export class UnreadableParameters extends Error {
  override readonly name = 'UnreadableParameters'
}

const MAX_BYTES = 64 * 1024

/** Query and body together: the body may be form-encoded or multipart (the vendor's SDK sends multipart). A parameter may come once. */
export async function readParameters(request: Request): Promise<Map<string, string>> {
  const parameters = new Map<string, string>()
  const add = (name: string, value: string) => {
    if (parameters.has(name)) throw new UnreadableParameters(`${name} was sent more than once.`)
    parameters.set(name, value)
  }
  for (const [name, value] of new URL(request.url).searchParams) add(name, value)
  for (const [name, value] of await bodyEntries(request)) add(name, value)
  return parameters
}

async function bodyEntries(request: Request): Promise<Array<[name: string, value: string]>> {
  const type = request.headers.get('content-type') ?? ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_BYTES) throw new UnreadableParameters('The request body is too large.')
    chunks.push(chunk)
  }
  if (size === 0) return []
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)
  if (!isForm) throw new UnreadableParameters('The request body must be form-encoded or multipart.')
  try {
    const form = await new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData()
    return [...form].flatMap(([name, value]): Array<[string, string]> => (typeof value === 'string' ? [[name, value]] : []))
  } catch {
    throw new UnreadableParameters('The request body cannot be read.')
  }
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** Client id and secret from HTTP basic authentication (each form-encoded, RFC 6749 §2.3.1), or undefined when there is none. */
export function basicCredentials(header: string | null): { id: string; secret: string } | undefined {
  const encoded = /^basic (.+)$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return undefined
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  return { id: decode(id), secret: decode(secret.join(':')) }
}
