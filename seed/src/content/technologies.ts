// Technologies of the sample portfolio.
import type { SeedTechnology } from './types.ts'

export const technologies: SeedTechnology[] = [
  { name: 'C', slug: 'c', category: 'language', icon: 'c', order: 1 },
  { name: 'Python', slug: 'python', category: 'language', icon: 'python', order: 2 },
  { name: 'Bash', slug: 'bash', category: 'language', icon: 'gnubash', order: 3 },
  { name: 'Make', slug: 'make', category: 'tool', icon: 'gnu', order: 4 },
  { name: 'POSIX threads', slug: 'posix-threads', category: 'library', order: 5 },
  { name: 'Processes and signals', slug: 'processes-and-signals', category: 'concept', order: 6 },
  { name: 'Algorithms', slug: 'algorithms', category: 'concept', order: 7 },
  { name: 'Ray marching', slug: 'ray-marching', category: 'concept', order: 8 },
  { name: 'PostgreSQL', slug: 'postgresql', category: 'platform', icon: 'postgresql', order: 9 },
]
