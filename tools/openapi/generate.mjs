/**
 * Writes the contract's types and JSON from its YAML documents.
 *
 *   node tools/openapi/generate.mjs           writes contract/generated/<name>.{ts,json}
 *   node tools/openapi/generate.mjs --check   compares only; exits 1 and names each file that differs
 *
 * The JSON is the same document, for validators and tables at run time (bundled code cannot read YAML files).
 * Needs no network: the documents refer to nothing outside themselves.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { parse } from 'yaml'

const contract = fileURLToPath(new URL('../../contract/', import.meta.url))
const names = ['work-items', 'identities', 'desk']

/** A default in the document is what the server assumes, not what a request must carry: such properties stay optional. */
const options = { silent: true, alphabetize: false, exportType: false, rootTypes: false, defaultNonNullable: false }

/** A copy for the types: their generator would put schema names in the place of a discriminator's values, which literal types tell apart anyway. */
function withoutDiscriminators(document) {
  const text = JSON.stringify(document, (key, value) => (key === 'discriminator' ? undefined : value))
  return JSON.parse(text)
}

/** The two generated files of one document, as `[path, text]`. */
async function generate(name) {
  const document = parse(readFileSync(join(contract, `${name}.yaml`), 'utf8'))
  const header = `// Generated from contract/${name}.yaml by \`npm run gen:api\`. Do not edit.\n/* oxlint-disable */\n\n`
  const types = astToString(await openapiTS(withoutDiscriminators(document), options))
  return [
    [join('generated', `${name}.ts`), header + types],
    [join('generated', `${name}.json`), `${JSON.stringify(document, null, 2)}\n`],
  ]
}

const check = process.argv.includes('--check')
const present = names.filter((name) => existsSync(join(contract, `${name}.yaml`)))
const files = (await Promise.all(present.map(generate))).flat()

mkdirSync(join(contract, 'generated'), { recursive: true })
for (const [path, text] of files) {
  const target = join(contract, path)
  const same = existsSync(target) && readFileSync(target, 'utf8') === text
  if (same) continue
  if (check) {
    console.error(`contract/${path} is not what its document generates: run npm run gen:api`)
    process.exitCode = 1
  } else {
    writeFileSync(target, text)
    console.log(`wrote contract/${path}`)
  }
}
