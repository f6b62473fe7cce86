/** Has the browser save a text under this name, as a CSV file. */
export function saveCsv(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** `people.csv` becomes `people – left out.csv`, however often it went round. */
export const leftoversName = (name: string | null): string => {
  const stem = (name ?? 'people').replace(/\.[^.]*$/, '').replace(/(?: - left out)+$/, '')
  return `${stem} - left out.csv`
}
