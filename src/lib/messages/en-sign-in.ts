/** The English texts of signing in. */
export const signInTexts = () => ({
  title: 'Sign in',
  text: 'Clear your SailPoint work items quickly, and know what happened to each of them.',
  button: 'Sign in',
  note: 'You sign in on your tenant’s own page. Countersign never sees your password.',
})
