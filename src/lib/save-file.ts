/** How long the browser may take to get hold of a file, ms. */
const mayTake = 60_000

/** Has the browser save a file under this name. */
export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), mayTake)
}

/** The same for a text, as a CSV file. */
export const saveCsv = (name: string, text: string): void => saveFile(name, new Blob([text], { type: 'text/csv;charset=utf-8' }))
