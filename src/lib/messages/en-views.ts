/** The English texts of keeping views. */
export const viewTexts = () => ({
  saveTitle: 'Save this view',
  saveText: 'Filters, sorting and grouping under a name. Kept by Countersign; the address is a link you can share.',
  name: 'Name',
  save: 'Save',
  manageTitle: 'Saved views',
  rename: (name: string) => `Rename ${name}`,
  delete: (name: string) => `Delete ${name}`,
  deleteShort: 'Delete',
  renameShort: 'Rename',
  saved: (name: string) => `View ${name} saved.`,
  deleted: (name: string) => `View ${name} deleted.`,
  taken: 'There is a view of this name already.',
  nameMissing: 'Give the view a name.',
  none: 'No views yet.',
})
