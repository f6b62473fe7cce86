const idForm = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/** Whether a text can be the id of an identity: 32 hexadecimal digits, with or without dashes. */
export const looksLikeId = (text: string): boolean => idForm.test(text.trim())

/** Such a text as the tenant writes its ids: small letters, no dashes. */
export const plainId = (text: string): string => text.trim().replaceAll('-', '').toLowerCase()
