// Where the owner is reached, as entries of a list: the address for mail, then their own pages elsewhere.
import type { Site } from '../../cms/shapes/site.ts'

export const Ways = ({ email, socials }: Pick<Site, 'email' | 'socials'>) => (
  <>
    {email && (
      <li>
        <a href={`mailto:${email}`}>{email}</a>
      </li>
    )}
    {socials.map(({ label, href }) => (
      <li key={href}>
        <a href={href} rel="me noopener">
          {label}
        </a>
      </li>
    ))}
  </>
)
