'use client'
// The recovery codes, for the only time.
import { Banner, CopyToClipboard } from '@payloadcms/ui'

export const RecoveryCodes = ({ codes }: { codes: string[] }) => (
  <div aria-live="polite">
    <Banner type="success">
      Keep these recovery codes where you find them without your phone. Each opens the account once,
      instead of a code from the app. They are not shown again.
    </Banner>
    <ol className="account-panel__codes">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
    <CopyToClipboard defaultMessage="Copy all" value={codes.join('\n')} />
  </div>
)
