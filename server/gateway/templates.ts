const isParameter = (segment: string) => segment.startsWith('{') && segment.endsWith('}')

/**
 * Holds a raw path against a template like `/work-items/{id}/forward`: the parameters by name, or `undefined` when it does not fit. Nothing is
 * decoded; a literal must be the same to the letter, a parameter is any one segment.
 */
export function matchTemplate(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return undefined
  const parameters: Record<string, string> = {}
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? ''
    if (isParameter(segment)) {
      if (value === '') return undefined
      parameters[segment.slice(1, -1)] = value
    } else if (segment !== value) return undefined
  }
  return parameters
}

export const matchesTemplate = (template: string, path: string): boolean => matchTemplate(template, path) !== undefined
