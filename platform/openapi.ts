import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import formatsPlugin from 'ajv-formats'

/** One thing wrong with a request or a response: where it is, which field, and what would be right. */
export interface Problem {
  readonly location: 'path' | 'query' | 'header' | 'body'
  /** `limit`, `entries/3/body/comment`; empty when the whole is meant. */
  readonly field: string
  readonly message: string
}

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH'

/** One operation of a contract document, with its checks compiled. */
export interface ContractOperation {
  readonly id: string
  readonly method: Method
  /** As the document writes it: `/work-items/{id}/forward`. */
  readonly template: string
  readonly queryNames: readonly string[]
  readonly takesBody: boolean
  readonly bodyRequired: boolean
  /** Path parameters by name, already decoded. */
  checkPath(values: Readonly<Record<string, string>>): Checked<Record<string, string>>
  /** Known names only, each once; numbers and booleans come back as such, defaults filled in. */
  checkQuery(query: URLSearchParams): Checked<Record<string, unknown>>
  /** `undefined` means no body was sent. */
  checkBody(body: unknown): Checked<unknown>
  /** Is this status declared, and does the body fit? `undefined` means an empty body. */
  checkResponse(status: number, body: unknown): readonly Problem[]
}

type Json = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const METHODS: readonly (readonly [key: string, method: Method])[] = [
  ['get', 'GET'],
  ['post', 'POST'],
  ['put', 'PUT'],
  ['delete', 'DELETE'],
  ['patch', 'PATCH'],
]

const escapePointer = (segment: string) => segment.replaceAll('~', '~0').replaceAll('/', '~1')

/** A place in the document, its references followed: the pointer to say to ajv, and the value there. */
interface Place {
  readonly pointer: string
  readonly value: Json
}

class Document {
  readonly #root: Json
  constructor(root: Json) {
    this.#root = root
  }

  at(pointer: string): Place | undefined {
    let value: unknown = this.#root
    for (const segment of pointer.split('/').slice(1)) {
      if (!isRecord(value) && !Array.isArray(value)) return undefined
      value = Reflect.get(value, segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    }
    if (!isRecord(value)) return undefined
    const reference = value['$ref']
    return typeof reference === 'string' ? this.at(reference.slice(1)) : { pointer, value }
  }

  /** The schema of the JSON body under `pointer` (a request body or a response), if one is declared. */
  jsonSchema(pointer: string): string | undefined {
    const holder = this.at(pointer)
    const schema = holder && `${holder.pointer}/content/application~1json/schema`
    return schema && this.at(schema) ? schema : undefined
  }
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly schema: string
}

/** The parameters listed directly under `pointer`: a path's own (shared by its operations) or an operation's. */
function parametersAt(document: Document, pointer: string): Parameter[] {
  const listed = document.at(pointer)?.value['parameters']
  if (!Array.isArray(listed)) return []
  return listed.flatMap((_, index): Parameter[] => {
    const place = document.at(`${pointer}/parameters/${index}`)
    const name = place?.value['name']
    const where = place?.value['in']
    if (!place || typeof name !== 'string' || typeof where !== 'string') return []
    return [{ name, in: where, required: place.value['required'] === true, schema: `${place.pointer}/schema` }]
  })
}

function problemsOf(location: Problem['location'], errors: readonly ErrorObject[]): Problem[] {
  return errors.map((error) => {
    const base = error.instancePath.slice(1)
    const isTag = error.keyword === 'discriminator'
    const inner: unknown = isTag
      ? error.params['tag']
      : (error.params['missingProperty'] ?? error.params['additionalProperty'] ?? error.params['unevaluatedProperty'])
    const field = [base, typeof inner === 'string' ? inner : ''].filter(Boolean).join('/')
    const allowed: unknown = error.params['allowedValues']
    const detail = Array.isArray(allowed) ? `: ${allowed.map(String).join(', ')}` : ''
    return { location, field, message: isTag ? 'must be one of those this takes' : `${error.message ?? 'is not valid'}${detail}` }
  })
}

/** Digits only, within 32 bits: coercion alone would take `1e2`, `0x10` and ` 5`, and numbers no database counts to. */
function isPlainInteger(value: unknown): boolean {
  return (
    typeof value === 'number' || (typeof value === 'string' && /^-?\d{1,10}$/.test(value) && Math.abs(Number(value)) < 2 ** 31)
  )
}

/** What is wrong with a value; undefined when nothing is. */
type Check = (value: unknown) => readonly ErrorObject[] | undefined

function whenAsked(compile: () => ValidateFunction): Check {
  let compiled: ValidateFunction | undefined
  return (value) => {
    compiled ??= compile()
    return compiled(value) ? undefined : (compiled.errors ?? [])
  }
}

/** Reads every operation of an OpenAPI 3.1 document that carries an `operationId`. Costs some ms; do it once at start. */
export function compileContract(root: Json): ReadonlyMap<string, ContractOperation> {
  const document = new Document(root)
  const addFormats = formatsPlugin.default
  // Text from a URL is turned into numbers and booleans; a JSON body is taken as it is.
  // An OpenAPI document is no JSON Schema itself, so holding it against the meta-schema would find nothing and costs start-up time.
  const options = { strict: false, validateSchema: false }
  const fromText = new Ajv2020({ ...options, allErrors: true, coerceTypes: true, useDefaults: true })
  // With the discriminator, what is wrong with one of several shapes is said about the one that was meant.
  const fromJson = new Ajv2020({ ...options, allErrors: false, coerceTypes: false, useDefaults: false, discriminator: true })
  for (const ajv of [fromText, fromJson]) {
    addFormats(ajv)
    ajv.addFormat('int32', true)
    ajv.addFormat('int64', true)
    ajv.addSchema(root, 'api')
  }
  // Compiling takes most of a process's start, and a process needs few of a document's checks: each is compiled when first asked.
  const bodyCheck = (schema: string): Check => whenAsked(() => fromJson.compile({ $ref: `api#${schema}` }))

  function parameterCheck(parameters: readonly Parameter[]): Check {
    const properties = Object.fromEntries(parameters.map((parameter) => [parameter.name, { $ref: `api#${parameter.schema}` }]))
    const required = parameters.filter((parameter) => parameter.required).map((parameter) => parameter.name)
    return whenAsked(() => fromText.compile({ type: 'object', properties, required, additionalProperties: false }))
  }

  function compileOperation(template: string, key: string, method: Method): ContractOperation | undefined {
    const pathPointer = `/paths/${escapePointer(template)}`
    const pointer = `${pathPointer}/${key}`
    const operation = document.at(pointer)?.value
    const id = operation?.['operationId']
    if (!operation || typeof id !== 'string') return undefined
    const parameters = [...parametersAt(document, pathPointer), ...parametersAt(document, pointer)]
    const inPath = parameterCheck(parameters.filter((parameter) => parameter.in === 'path'))
    const queryParameters = parameters.filter((parameter) => parameter.in === 'query')
    const queryNames = queryParameters.map((parameter) => parameter.name)
    const inQuery = parameterCheck(queryParameters)
    const queryDefaults = queryParameters.flatMap((parameter) => {
      const schema = document.at(parameter.schema)?.value
      return schema && 'default' in schema ? [[parameter.name, schema['default']] as const] : []
    })
    const integers = queryParameters
      .filter((parameter) => document.at(parameter.schema)?.value['type'] === 'integer')
      .map((parameter) => parameter.name)
    const bodyPlace = document.at(`${pointer}/requestBody`)
    const bodySchema = bodyPlace && document.jsonSchema(bodyPlace.pointer)
    const checkJsonBody = bodySchema && bodyCheck(bodySchema)
    const bodyRequired = bodyPlace?.value['required'] === true
    const responses = operation['responses']
    const responseChecks = new Map<string, Check | undefined>()
    for (const status of isRecord(responses) ? Object.keys(responses) : []) {
      const schema = document.jsonSchema(`${pointer}/responses/${status}`)
      responseChecks.set(status, (schema && bodyCheck(schema)) || undefined)
    }

    return {
      id,
      method,
      template,
      queryNames,
      takesBody: Boolean(bodySchema),
      bodyRequired,
      checkPath: (values) => {
        const copy = { ...values }
        const errors = inPath(copy)
        return errors ? { ok: false, problems: problemsOf('path', errors) } : { ok: true, value: copy }
      },
      checkQuery: (query) => {
        const values: Record<string, unknown> = Object.fromEntries(queryDefaults)
        for (const name of new Set(query.keys())) {
          // Asked before anything is set under this name: an object swallows `__proto__`.
          if (!queryNames.includes(name))
            return { ok: false, problems: [{ location: 'query', field: name, message: 'is not a parameter of this operation' }] }
          const given = query.getAll(name)
          if (given.length > 1)
            return { ok: false, problems: [{ location: 'query', field: name, message: 'must be given once' }] }
          values[name] = given[0]
        }
        const odd = integers.find((name) => name in values && !isPlainInteger(values[name]))
        if (odd !== undefined) return { ok: false, problems: [{ location: 'query', field: odd, message: 'must be an integer' }] }
        const errors = inQuery(values)
        return errors ? { ok: false, problems: problemsOf('query', errors) } : { ok: true, value: values }
      },
      checkBody: (body) => {
        if (body === undefined) {
          return bodyRequired
            ? { ok: false, problems: [{ location: 'body', field: '', message: 'is required' }] }
            : { ok: true, value: undefined }
        }
        if (!checkJsonBody) return { ok: false, problems: [{ location: 'body', field: '', message: 'must be empty' }] }
        const errors = checkJsonBody(body)
        return errors ? { ok: false, problems: problemsOf('body', errors) } : { ok: true, value: body }
      },
      checkResponse: (status, body) => {
        const declared = [String(status), `${Math.floor(status / 100)}XX`, 'default'].find((name) => responseChecks.has(name))
        if (declared === undefined)
          return [{ location: 'header', field: 'status', message: `${status} is not declared for ${id}` }]
        const check = responseChecks.get(declared)
        if (!check) return body === undefined ? [] : [{ location: 'body', field: '', message: `must be empty for ${status}` }]
        return problemsOf('body', check(body) ?? [])
      },
    }
  }

  const operations = new Map<string, ContractOperation>()
  const paths = root['paths']
  for (const template of isRecord(paths) ? Object.keys(paths) : []) {
    for (const [key, method] of METHODS) {
      const operation = compileOperation(template, key, method)
      if (operation) operations.set(operation.id, operation)
    }
  }
  return operations
}

/** Fills a path template with values, each percent-encoded; raises `RangeError` when one is missing. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined || value === '') throw new RangeError(`The path ${template} needs a value for ${name}.`)
    return encodeURIComponent(value)
  })
}
