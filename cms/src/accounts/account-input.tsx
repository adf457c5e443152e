'use client'
// One labelled line to type into, in the panels of an account. Outside Payload's form, which would save it with the account.
import type { InputHTMLAttributes } from 'react'
import { useId } from 'react'

type Props = InputHTMLAttributes<HTMLInputElement> & { label: string }

export const AccountInput = ({ label, id: given, ...props }: Props) => {
  const made = useId()
  const id = given ?? made
  return (
    <label className="account-panel__label" htmlFor={id}>
      <span>{label}</span>
      <input className="account-panel__input" id={id} {...props} />
    </label>
  )
}

/** For codes of an authenticator app, and for recovery codes. */
export const CodeInput = (props: Omit<Props, 'autoComplete' | 'type'>) => (
  <AccountInput
    autoCapitalize="characters"
    autoComplete="one-time-code"
    maxLength={64}
    spellCheck={false}
    {...props}
  />
)
