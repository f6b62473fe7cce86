import { styled } from '#src/ui/styled.ts'
import { useRef, useState } from 'react'
import type { DragEvent } from 'react'
import { decodeText } from '#src/lib/intake/decode.ts'
import type { KeptIntake } from '#src/lib/intake/kept-intake.ts'
import { readPeople } from '#src/lib/intake/people-list.ts'
import type { PeopleList } from '#src/lib/intake/people-list.ts'
import { Button } from '#src/ui/Button.tsx'
import { Field, FieldError } from '#src/ui/Field.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { useIntakeTexts } from './intake-words.ts'
import { Column } from './layout.ts'
import { theme } from '#src/ui/theme.ts'

/** Bytes; the largest file that is read. */
const largestFile = 10_000_000
/** What a spreadsheet's own files begin with: they are archives, or the older kind. */
const isSpreadsheet = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) || (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11)

/** Characters; browsers take minutes to insert thousands of lines themselves, line by line. */
const longPaste = 5_000

const Drop = styled('div')(({ theme }) => ({
  display: 'grid',
  justifyItems: 'center',
  alignContent: 'center',
  gap: theme.spacing(2),
  padding: theme.spacing(6, 4),
  border: `1px dashed ${theme.vars.palette.text.disabled}`,
  borderRadius: 8,
  textAlign: 'center',
  color: theme.vars.palette.text.secondary,
  '&[data-over]': {
    borderColor: theme.vars.palette.primary.main,
    borderStyle: 'solid',
    color: theme.vars.palette.primary.main,
    background: theme.vars.palette.surface.selected,
  },
  '& > p': { maxWidth: 320 },
  '& > p:first-of-type': { ...theme.typography.body1, fontWeight: 560, color: theme.vars.palette.text.primary },
  '& > input': { display: 'none' },
}))

const Sides = styled('form')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
  gap: theme.spacing(5),
  '&& textarea': {
    minHeight: 220,
    fontFamily: 'ui-monospace, monospace',
    fontSize: '0.8125rem',
    whiteSpace: 'pre',
    overflowX: 'auto',
  },
  '& > div:first-of-type > button': { justifySelf: 'start' },
  [theme.breakpoints.down('md')]: { gridTemplateColumns: 'minmax(0, 1fr)', '&& textarea': { minHeight: 140 } },
}))

interface Props {
  readonly onLoad: (list: PeopleList, file: KeptIntake['file']) => void
}

/** Takes a list: pasted, dropped, or as a chosen file. */
export function SourceStep({ onLoad }: Props) {
  const words = useIntakeTexts()
  const { source } = words
  const [text, setText] = useState('')
  const [pasteError, setPasteError] = useState<string | null>(null)
  const [fileError, setFileError] = useState<string | null>(null)
  const [isOver, setIsOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)

  const readPasted = () => {
    const list = readPeople(text)
    if (list.rows.length === 0) return setPasteError(source.empty)
    return onLoad(list, null)
  }
  const readFile = async (file: File) => {
    setFileError(null)
    if (file.size > largestFile) return setFileError(source.tooLarge(largestFile))
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      if (isSpreadsheet(bytes)) return setFileError(source.spreadsheet)
      const decoded = decodeText(bytes)
      const list = readPeople(decoded.text)
      if (list.rows.length === 0) return setFileError(source.empty)
      return onLoad(list, { name: file.name, encoding: decoded.encoding })
    } catch {
      return setFileError(source.unreadable)
    }
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    const dropped = event.dataTransfer.getData('text/plain')
    if (file) void readFile(file)
    else if (dropped !== '') setText(dropped)
  }
  return (
    <Column>
      <Sides
        onSubmit={(event) => {
          event.preventDefault()
          readPasted()
        }}
      >
        <div>
          <Field label={source.paste} hint={source.pasteHint} error={pasteError}>
            {(control) => (
              <textarea
                {...control}
                value={text}
                placeholder={source.placeholder}
                spellCheck={false}
                autoComplete="off"
                onPaste={(event) => {
                  const pasted = event.clipboardData.getData('text/plain')
                  if (pasted.length < longPaste) return
                  event.preventDefault()
                  const { selectionStart, selectionEnd } = event.currentTarget
                  setText(text.slice(0, selectionStart) + pasted + text.slice(selectionEnd))
                  setPasteError(null)
                }}
                onChange={({ target }) => {
                  setText(target.value)
                  setPasteError(null)
                }}
              />
            )}
          </Field>
          <Button type="submit" variant="contained" disabled={text.trim() === ''} sx={{ marginTop: theme.spacing(3) }}>
            {source.check}
          </Button>
        </div>
        {/* The button inside does the same for the keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <Drop
          data-over={isOver ? '' : undefined}
          onDragOver={(event) => {
            event.preventDefault()
            setIsOver(true)
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={onDrop}
        >
          <Icon name="upload" size={24} />
          <p>{isOver ? source.dropNow : source.drop}</p>
          <Button variant="outlined" onClick={() => chooser.current?.click()}>
            {source.choose}
          </Button>
          <input
            ref={chooser}
            type="file"
            aria-label={source.choose}
            accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
            onChange={({ target }) => {
              const [file] = target.files ?? []
              if (file) void readFile(file)
              // The same file can be chosen again once it is mended.
              target.value = ''
            }}
          />
          <p>{source.dropHint}</p>
          {fileError !== null && (
            <div role="alert">
              <FieldError id="file-error" text={fileError} />
            </div>
          )}
        </Drop>
      </Sides>
    </Column>
  )
}
