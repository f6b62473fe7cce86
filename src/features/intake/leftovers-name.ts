/** `people.csv` becomes `people – left out.csv`, however often it went round. */
export const leftoversName = (name: string | null): string => {
  const stem = (name ?? 'people').replace(/\.[^.]*$/, '').replace(/(?: - left out)+$/, '')
  return `${stem} - left out.csv`
}
