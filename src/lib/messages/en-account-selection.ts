import type { Formats } from './formats.ts'

/** The English texts of choosing accounts. */
export const accountSelectionTexts = (f: Formats) => {
  const many = (count: number, one: string, other: string) => `${f.number(count)} ${f.plural(count, { one, other })}`

  return {
    strangeKind: (raw: string) => `SailPoint calls this field “${raw}”.`,
    freeText: 'SailPoint gives no choices here; write the answer.',
    twins: 'Some choices read the same. What is sent stands beside them.',
    nothing: 'Nothing chosen',
    choose: 'Choose…',
    several: 'You can choose several.',
    optional: 'optional',
    nameless: 'This question has no name, so it cannot be answered from here.',
    progress: (answered: number, total: number) => `${f.number(answered)} of ${f.number(total)} answered`,
    kept: 'Your answers are kept in this browser until they are sent or you sign out.',
    inBar: 'Answer the questions, then review your answers.',
    review: 'Review answers',
    missing: (label: string) => `“${label}” still needs an answer.`,
    missingCount: (count: number) =>
      `${many(count, 'question', 'questions')} still ${f.plural(count, { one: 'needs', other: 'need' })} an answer:`,
    readBackTitle: 'Is this right?',
    /** One chosen answer: "For Priya Nadar on Ledger you chose p.nadar." */
    line: (
      { who, where, question }: { who: string | null; where: string | null; question: string | null },
      answers: readonly string[],
      isText: boolean,
    ) => {
      const place = [
        who === null ? null : `for ${who}`,
        where === null ? null : `on ${where}`,
        question === null ? null : `under “${question}”`,
      ]
        .filter((part) => part !== null)
        .join(' ')
      const chose =
        answers.length === 0
          ? 'you left this open.'
          : `you ${isText ? 'wrote' : 'chose'} ${isText ? `“${answers.join('')}”` : f.list(answers)}.`
      const sentence = `${place} ${chose}`.trim()
      return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
    },
    submit: 'Submit',
    back: 'Change something',
    final: 'SailPoint takes this once; it cannot be changed afterwards.',
  }
}
