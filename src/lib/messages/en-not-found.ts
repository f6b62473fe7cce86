/** The English texts of an address where nothing is. */
export const notFoundTexts = () => ({
  title: 'Page not found',
  text: 'There is nothing at this address.',
  link: 'Go to the inbox',
})
