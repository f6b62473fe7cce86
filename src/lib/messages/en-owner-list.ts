/** The English texts of looking at another person’s list. */
export const ownerListTexts = () => ({
  banner: (name: string) =>
    `You are looking at the list of ${name}. What you decide here is decided on their list, in your name.`,
  bannerLabel: 'Another person’s list',
  back: 'Back to my own list',
  title: 'Look at another person’s list',
  text: 'As an administrator you can see another person’s work items and act on them. Everything done there is recorded under your name, for their list.',
  person: 'Whose list',
  open: 'Open the list',
  missing: 'Choose a person, or paste an identity id.',
})
