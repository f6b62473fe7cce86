/** A text as the tenant compares it: without regard to case, composed and decomposed letters alike. */
export const fold = (text: string): string => {
  const plain = text.trim().toLowerCase()
  // Most texts hold only printable ASCII, and thousands of rows are compared again and again.
  return /^[ -~]*$/.test(plain) ? plain : text.trim().normalize('NFC').toLowerCase()
}
