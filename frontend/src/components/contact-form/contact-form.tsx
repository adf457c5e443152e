// The contact form. The browser sends it by itself: no script, what is wrong is said above it and at each field.
import { FIELDS, type Field, type ContactForm as FormContent } from '../../contact/form.ts'
import { useLanguage } from '../../i18n/context.tsx'
import { LIMITS } from '../../limits.ts'

const { maxName, maxEmail, minMessage, maxMessage } = LIMITS.contact
const ROWS = 8

const CONTROLS = {
  name: { type: 'text', autoComplete: 'name', maxLength: maxName },
  email: { type: 'email', autoComplete: 'email', maxLength: maxEmail },
} as const

type FormProps = { form: FormContent }
type FieldProps = FormProps & { field: Field }

const useTrouble = ({ form, field }: FieldProps): string | null => {
  const { contactPage } = useLanguage().t
  const trouble = form.troubles[field]
  return trouble ? contactPage.troubles[field][trouble] : null
}

/** One link for each field that something is wrong with; the focus begins here. */
const Summary = ({ form }: FormProps) => {
  const { contactPage } = useLanguage().t
  const { refusal } = form
  if (!refusal) return null
  const wrong = FIELDS.filter((field) => form.troubles[field])
  return (
    // biome-ignore lint/a11y/noAutofocus: the page was loaded again, and this is what became of it
    <div className="form-summary" role="alert" tabIndex={-1} autoFocus>
      <p className="form-summary-title">{contactPage.refusals[refusal]}</p>
      {wrong.length > 0 && (
        <ul>
          {wrong.map((field) => (
            <li key={field}>
              <a href={`#${field}`}>
                {contactPage.troubles[field][form.troubles[field] ?? 'wrong']}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const FormField = ({ form, field }: FieldProps) => {
  const { contactPage } = useLanguage().t
  const trouble = useTrouble({ form, field })
  const hint = contactPage.hints[field]
  const describedBy = [hint && `${field}-hint`, trouble && `${field}-trouble`].filter(Boolean)
  const shared = {
    id: field,
    name: field,
    defaultValue: form.typed[field],
    required: true,
    'aria-invalid': trouble ? true : undefined,
    'aria-describedby': describedBy.join(' ') || undefined,
    className: 'form-control',
  } as const
  return (
    <div className="form-field">
      <label className="form-label" htmlFor={field}>
        {contactPage.fields[field]}
      </label>
      {hint && (
        <p className="form-hint" id={`${field}-hint`}>
          {hint}
        </p>
      )}
      {trouble && (
        <p className="form-trouble" id={`${field}-trouble`}>
          {trouble}
        </p>
      )}
      {field === 'message' ? (
        <textarea {...shared} rows={ROWS} minLength={minMessage} maxLength={maxMessage} />
      ) : (
        <input {...shared} {...CONTROLS[field]} />
      )}
    </div>
  )
}

/** People neither see nor reach it; programs fill it in. */
const Trap = () => {
  const { contactPage } = useLanguage().t
  return (
    <div className="hidden" aria-hidden="true">
      <label htmlFor="website">{contactPage.trap}</label>
      <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
    </div>
  )
}

export const ContactForm = ({ form, token }: FormProps & { token: string }) => {
  const { t, pathTo } = useLanguage()
  const { contactPage } = t
  return (
    <form className="form" method="post" action={pathTo({ page: 'contact' })}>
      <Summary form={form} />
      <p className="form-hint">{contactPage.all}</p>
      {FIELDS.map((field) => (
        <FormField key={field} form={form} field={field} />
      ))}
      <Trap />
      <input type="hidden" name="token" value={token} />
      <p>
        <button className="button" type="submit">
          {contactPage.send}
        </button>
      </p>
    </form>
  )
}
