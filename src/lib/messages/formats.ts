const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Numbers and times for one reader. Times are in the browser's own zone; unreadable dates come back as they are. */
export interface Formats {
  readonly number: (value: number) => string
  /** `10:02` */
  readonly time: (at: number) => string
  /** `10:02:15` */
  readonly clock: (at: number) => string
  /** `23 Nov 2026, 10:02:15` */
  readonly exact: (at: number | string) => string
  /** `10:02` today, else `21 Nov, 10:02`. */
  readonly moment: (at: number | string, now: number) => string
  /** How long, in one unit: `4 minutes`, `12 days`. In the language of the words around it. */
  readonly span: (ms: number) => string
  /** `3 hours ago`, `just now`-like texts for less than a minute. */
  readonly ago: (ms: number) => string
  readonly list: (items: readonly string[]) => string
  /** Chooses by the language's plural rules. */
  readonly plural: (count: number, forms: { readonly one: string; readonly other: string }) => string
}

interface Locales {
  /** The language of the words. */
  readonly words: string
  /** How the reader writes numbers and times; undefined takes the browser's setting. */
  readonly figures: string | undefined
}

/** Builds each formatter once per language, when it is first used: `Intl` objects are costly to make, and a screen needs few of them. */
export function createFormats({ words, figures }: Locales): Formats {
  const number = once(() => new Intl.NumberFormat(figures))
  const time = once(() => new Intl.DateTimeFormat(figures, { timeStyle: 'short' }))
  const clock = once(() => new Intl.DateTimeFormat(figures, { timeStyle: 'medium' }))
  const exact = once(() => new Intl.DateTimeFormat(figures, { dateStyle: 'medium', timeStyle: 'medium' }))
  const day = once(() => new Intl.DateTimeFormat(figures, { day: 'numeric', month: 'short' }))
  const relative = once(() => new Intl.RelativeTimeFormat(words, { numeric: 'always' }))
  const rules = once(() => new Intl.PluralRules(words))
  const conjunction = once(() => new Intl.ListFormat(words, { type: 'conjunction' }))
  const inUnits = (unit: Unit) => once(() => new Intl.NumberFormat(words, { style: 'unit', unit, unitDisplay: 'long' }))
  const units = { second: inUnits('second'), minute: inUnits('minute'), hour: inUnits('hour'), day: inUnits('day') }
  return {
    number: (value) => number().format(value),
    time: (at) => time().format(at),
    clock: (at) => clock().format(at),
    exact: (at) => dated(at, (date) => exact().format(date)),
    moment: (at, now) =>
      dated(at, (date) => {
        const isToday = date.toDateString() === new Date(now).toDateString()
        return isToday ? time().format(date) : `${day().format(date)}, ${time().format(date)}`
      }),
    span: (ms) => {
      const [amount, unit] = largestUnit(ms)
      return units[unit]().format(amount)
    },
    ago: (ms) => {
      const [amount, unit] = largestUnit(ms)
      return relative().format(-amount, unit)
    },
    list: (items) => conjunction().format(items),
    plural: (count, forms) => (rules().select(count) === 'one' ? forms.one : forms.other),
  }
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}

function dated(at: number | string, write: (date: Date) => string): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? String(at) : write(date)
}

type Unit = 'second' | 'minute' | 'hour' | 'day'

/** Whole units, rounded down; days are the largest, because "97 days" says more about waiting than "3 months". */
export function largestUnit(ms: number): readonly [amount: number, unit: Unit] {
  const whole = Math.max(0, ms)
  if (whole < MINUTE) return [Math.floor(whole / 1000), 'second']
  if (whole < HOUR) return [Math.floor(whole / MINUTE), 'minute']
  if (whole < DAY) return [Math.floor(whole / HOUR), 'hour']
  return [Math.floor(whole / DAY), 'day']
}
