import type { Role } from '../intake/columns.ts'
import type { Errand, VerdictKind } from '../intake/verdicts.ts'
import type { Formats } from './formats.ts'

/** The English texts of inviting and processing many people. */
export const intakeTexts = (f: Formats) => {
  const many = (count: number, one: string, other: string) => `${f.number(count)} ${f.plural(count, { one, other })}`
  const people = (count: number) => many(count, 'person', 'people')
  const rows = (count: number) => many(count, 'row', 'rows')
  const requests = (count: number) => many(count, 'request', 'requests')
  const seconds = (ms: number) => (ms < 1000 ? 'under a second' : f.span(ms))

  const columns: Readonly<Record<Role, string>> = {
    id: 'Identity ID',
    alias: 'Account name',
    email: 'E-mail',
    name: 'Name',
    firstname: 'First name',
    lastname: 'Last name',
    ignored: 'Not used',
  }
  const kinds: Readonly<Record<Errand, Readonly<Record<VerdictKind, string>>>> = {
    invite: {
      ready: 'Will be invited',
      blank: 'Names nobody',
      'not-found': 'Not found',
      several: 'Several match',
      differs: 'Does not agree',
      duplicate: 'Duplicate',
      registered: 'Already registered',
      inactive: 'Cannot be invited',
      'no-email': 'No e-mail',
      shared: 'Shared e-mail',
      skipped: 'Left out by you',
    },
    process: {
      ready: 'Will be processed',
      blank: 'Names nobody',
      'not-found': 'Not found',
      several: 'Several match',
      differs: 'Does not agree',
      duplicate: 'Duplicate',
      registered: 'Already registered',
      inactive: 'Inactive',
      'no-email': 'No e-mail',
      shared: 'Shared e-mail',
      skipped: 'Left out by you',
    },
  }

  return {
    titles: { invite: 'Invite people', process: 'Process people' },
    leads: {
      invite: 'Each gets a mail with a link to register, valid for 7 days.',
      process:
        'SailPoint works out their attributes, roles and access anew. It does this for everybody at 8:00 and 20:00 anyway.',
    },
    ways: { label: 'Whom to invite', list: 'A list', resend: 'Send again', uninvited: 'Everyone uninvited' },

    forbidden: {
      title: { invite: 'Inviting is for others', process: 'Processing is for others' },
      text: 'SailPoint lets people with the level Helpdesk or Admin do this. If you should be one of them, ask an administrator of your tenant.',
      custom: (levels: readonly string[]) =>
        `Your level is ${f.list(levels)}. If your tenant allows this to it, go on; SailPoint decides.`,
      goOn: 'Go on',
    },

    source: {
      paste: 'Paste a list',
      pasteHint: 'Identity ids, account names, e-mail addresses or names, one a line; or a table copied from a spreadsheet.',
      placeholder: 'jane.doe@example.com\njohn.roe@example.com',
      check: 'Check the list',
      drop: 'or drop a CSV file here',
      dropNow: 'Let go to read the file',
      dropHint: 'Any column order, any separator. Nothing is sent before you have seen what will happen to each row.',
      choose: 'Choose a file',
      empty: 'There is no row with anything in it.',
      tooLarge: (bytes: number) => `The file is larger than ${f.number(Math.round(bytes / 1_000_000))} MB.`,
      unreadable: 'The file could not be read.',
      spreadsheet: 'That is a spreadsheet. Save it as CSV first, then load the CSV.',
    },

    list: {
      from: (name: string | null, count: number) => (name === null ? rows(count) : `${name}: ${rows(count)}`),
      readAs: (encoding: string) => `read as ${encoding}`,
      tooMany: (all: number, most: number) =>
        `The list has ${rows(all)}. The first ${f.number(most)} are looked at; the others are handed back with what is left over.`,
      startOver: 'Another list',
      columnsHint: 'How each column of the list is read',
      lookedUpBy: (names: readonly string[]) =>
        names.length === 0
          ? 'Say what the columns are'
          : `By ${names.map((name) => name.charAt(0).toLowerCase() + name.slice(1)).join(', ')}`,
      columnNumber: (number: number) => `Column ${number}`,
      role: columns,
      reason: 'Reason',
      noKey: 'Say in which column the people are: an id, an account name, an e-mail address or a name.',
      rows: 'Rows of the list',
      row: 'Row',
      given: 'In the list',
      person: 'Person',
      outcome: 'What happens',
      nothing: '(empty)',
      line: (line: number) => `Line ${f.number(line)}`,
      asked: 'Looking up…',
      notAsked: 'Not looked up',
    },

    checking: {
      people: (done: number, of: number) => `Looking up people: ${f.number(done)} of ${f.number(of)}`,
      sharers: (done: number, of: number) => `Looking who else has these addresses: ${f.number(done)} of ${f.number(of)}`,
      begin: 'Looking up people…',
      bar: 'Progress of the look-up',
      requests: (count: number) => `${requests(count)} so far`,
      limit: 'SailPoint takes 100 requests in 10 seconds for everybody here; people’s own clicks go first.',
      stop: 'Stop',
      stopped: 'Stopped. What was looked up is kept.',
      goOn: 'Go on',
      failed: 'The look-up stopped.',
      used: (count: number, ms: number) => `Looked up with ${requests(count)} in ${seconds(ms)}`,
      announceDone: (ready: number, left: number) => `Looked up. ${f.number(ready)} ready, ${f.number(left)} left out.`,
      again: 'Look up again',
    },

    kinds,
    number: (value: number) => f.number(value),
    all: 'All',
    filter: 'Show rows',
    chip: (kind: string, count: number) => `${kind} ${f.number(count)}`,

    verdict: {
      ready: { invite: 'Will be invited', process: 'Will be processed' },
      sharers: (names: readonly string[], more: number) =>
        `Same address as ${f.list(more === 0 ? names : [...names, `${f.number(more)} more`])}`,
      blank: 'Names nobody',
      'not-found': 'Not found at SailPoint',
      several: (count: number) => `${f.number(count)} people match`,
      differs: (key: Role) => `Found, but the ${columns[key].charAt(0).toLowerCase()}${columns[key].slice(1)} is another`,
      duplicate: (line: number) => `Same person as line ${f.number(line)}`,
      sameText: (line: number) => `Same as line ${f.number(line)}`,
      registered: 'Already registered',
      inactive: (status: string) => `Is ${status}: cannot be invited`,
      'no-email': 'Has no e-mail address',
      shared: (name: string, line: number) => `Shares the address with ${name} (line ${f.number(line)}), who gets the mail`,
      skipped: 'Left out by you',
      beyond: (most: number) => `Not looked at: beyond the first ${f.number(most)} rows`,
      notAsked: 'Not looked up',
    },
    acts: {
      choose: 'Choose…',
      chooseFor: (line: number) => `Choose who line ${f.number(line)} is`,
      take: 'Use this person',
      takeFor: (name: string) => `Use ${name}`,
      takeAll: (count: number) => `Use all ${f.number(count)} as found`,
      leaveOut: 'Leave out',
      leaveOutOf: (name: string) => `Leave out ${name}`,
      putBack: 'Put back',
      putBackOf: (name: string) => `Put back ${name}`,
      undo: 'Undo',
      undoOf: (name: string) => `Undo the choice of ${name}`,
    },
    choose: {
      title: 'Which of them is it?',
      text: (given: string) => `The list says “${given}”.`,
      onlyFirst: (shown: number, all: number) =>
        `The first ${f.number(shown)} of ${f.number(all)}. A name or an account name in the row would tell them apart.`,
    },

    send: {
      label: 'Send',
      ready: {
        invite: (count: number) => `${people(count)} will be invited`,
        process: (count: number) => `${people(count)} will be processed`,
      },
      left: (count: number) => `${rows(count)} left out`,
      undecided: (count: number) => `${rows(count)} to decide`,
      review: { invite: (count: number) => `Invite ${people(count)}…`, process: (count: number) => `Process ${people(count)}…` },
      nobody: 'Nobody on this list can be sent.',
      download: (count: number) => `Download the ${rows(count)} left out`,
      title: { invite: (count: number) => `Invite ${people(count)}?`, process: (count: number) => `Process ${people(count)}?` },
      tells: {
        invite: (count: number) =>
          count === 1
            ? 'SailPoint sends this person a mail with a link to register. A mail cannot be called back.'
            : `SailPoint sends each of these ${f.number(count)} people a mail with a link to register. A mail cannot be called back.`,
        process: (count: number) =>
          count === 1
            ? 'SailPoint works out this person anew, in the background.'
            : `SailPoint works out these ${f.number(count)} people anew, in the background.`,
      },
      chunks: (count: number, most: number) =>
        count === 1
          ? 'It goes in one request.'
          : `It goes in ${requests(count)} of at most ${f.number(most)} people; each succeeds or fails by itself.`,
      held: (ms: number) =>
        ms === 0 ? 'It goes at once.' : `It waits ${f.span(ms)} before it goes; until then it can be taken back.`,
      leftTitle: 'Left out',
      confirm: { invite: (count: number) => `Invite ${people(count)}`, process: (count: number) => `Process ${people(count)}` },
      inOutbox: 'not handed over; it waits in the outbox below',
    },

    run: {
      title: { invite: 'Invitations', process: 'Processing' },
      label: 'Requests',
      chunk: (number: number, of: number) => `Request ${f.number(number)} of ${f.number(of)}`,
      everyone: (count: number) => `Everyone uninvited (${f.number(count)} when it was sent)`,
      people: (count: number) => people(count),
      peopleOf: (number: number) => `People of request ${f.number(number)}`,
      again: 'sent again',
      accepted: (done: number, of: number) => `${f.number(done)} of ${people(of)} accepted by SailPoint`,
      finished: (done: number, of: number) => `${f.number(done)} of ${f.number(of)} tasks finished`,
      failed: (count: number) => `${people(count)} not accepted`,
      retry: (count: number) => `Send ${people(count)} again`,
      retryOne: 'Send these again',
      retryOneOf: (number: number) => `Send the people of request ${f.number(number)} again`,
      retryDoubt: 'Send these again…',
      retryDoubtOf: (number: number) => `Send the people of request ${f.number(number)} again…`,
      inDoubt: {
        invite: (count: number) => `${people(count)} may have been invited`,
        process: (count: number) => `${people(count)} may have been processed`,
      },
      download: (count: number, isInDoubt: boolean) =>
        `Download ${rows(count)} ${isInDoubt ? 'not sent or not certain' : 'not sent'}`,
      activity: 'In the activity',
      takeBackAll: 'Take back all',
      sendAllNow: 'Send all now',
      another: { invite: 'Invite others', process: 'Process others' },
      reasons: {
        refused: 'SailPoint refused the request',
        cancelled: 'Cancelled before it was sent',
        unknown: 'It is not certain whether SailPoint carried it out',
        waiting: 'Not sent yet',
      },
      lost: 'This run is not known here. It may be somebody else’s.',
      progress: 'People accepted',
      columns: { name: 'Name', alias: 'Account name', email: 'E-mail' },
    },

    doubt: {
      title: {
        invite: (count: number) => `Invite ${people(count)} again?`,
        process: (count: number) => `Process ${people(count)} again?`,
      },
      tells: {
        invite: (count: number) =>
          count === 1
            ? 'SailPoint accepted this invitation, and its task ended with an error. The person may already have been invited, and would get a second mail.'
            : `SailPoint accepted these ${f.number(count)} invitations, and its task ended with an error. Some of the people may already have been invited, and would get a second mail.`,
        process: (count: number) =>
          count === 1
            ? 'SailPoint accepted this, and its task ended with an error. The person may already have been processed.'
            : `SailPoint accepted these ${f.number(count)} people, and its task ended with an error. Some of them may already have been processed.`,
      },
      task: 'What SailPoint told of its task',
      confirm: {
        invite: (count: number) => `Invite ${people(count)} again`,
        process: (count: number) => `Process ${people(count)} again`,
      },
    },

    uninvited: {
      title: 'Everyone who has not been invited',
      counting: 'Counting people…',
      count: (count: number) => people(count),
      text: (count: number) => (count === 1 ? 'is unregistered and would get a mail.' : 'are unregistered and would get a mail.'),
      asOf: (at: number) => `as SailPoint counted them at ${f.clock(at)}`,
      recount: 'Count again',
      cap: (most: number) => `SailPoint invites at most ${f.number(most)} of them at a time.`,
      over: (count: number, most: number) =>
        `${f.number(count - most)} of them will be left over; SailPoint chooses whom. Count and send again afterwards.`,
      rules: [
        'Whoever has no e-mail address gets no mail.',
        'Of people who share an address, only one gets it.',
        'Countersign cannot say afterwards who they were: SailPoint does not tell.',
      ],
      typeLabel: (count: number) => `Type ${f.number(count)} to confirm`,
      typeHint: 'The number of people, so that nobody mails a whole company by one press.',
      wrong: (count: number) => `That is not ${f.number(count)}.`,
      confirm: 'Invite everyone uninvited',
      nobodyTitle: 'Nobody is left to invite',
      nobodyText: 'Everybody at SailPoint is registered or has been invited.',
    },

    resend: {
      title: 'Invited, link ended, still not registered',
      text: 'Invitations sent through Countersign whose link of 7 days has ended, and whose people SailPoint still shows as not registered.',
      list: 'People to invite again',
      person: 'Person',
      invited: 'Invited',
      ended: 'Link ended',
      by: (name: string, when: string) => `${when} by ${name}`,
      ago: (ms: number) => f.ago(ms),
      exact: (at: string) => f.exact(at),
      unsure: 'not certain that it was sent',
      send: (count: number) => `Invite ${people(count)} again`,
      shared: (name: string) => `Shares the address with ${name}, who gets the mail`,
      noEmail: 'Has no e-mail address any more',
      left: (count: number) => `${people(count)} left out`,
      registered: (count: number) => `${people(count)} registered in the meantime`,
      unread: (count: number) => `${many(count, 'older invitation was', 'older invitations were')} not looked at.`,
      emptyTitle: 'Nobody to invite again',
      emptyText: 'Every invitation sent from here still holds, or its person has registered.',
      asOf: (at: number) => `as of ${f.clock(at)}`,
      refresh: 'Read again',
    },
  }
}
