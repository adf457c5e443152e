// Listings of the sample projects, taken word for word from their sources; a test compares them.
import type { SeedListing } from './types.ts'

export const philosophersWalkthrough: SeedListing[] = [
  {
    title: 'Who may eat',
    description: 'The whole rule of the table, asked under its lock.',
    language: 'c',
    highlight: '7-8,12-13',
    code: `bool may_eat(const struct table *table, int seat)
{
    int neighbours[] = { left_neighbour(table, seat), right_fork(table, seat) };

    if (right_fork(table, seat) == seat)
        return false; /* alone at the table there is only one fork */
    if (table->fork_holder[seat] != NOBODY || table->fork_holder[right_fork(table, seat)] != NOBODY)
        return false;
    for (int i = 0; i < 2; i++) {
        int other = neighbours[i];

        if (table->seats[other].state == STATE_HUNGRY && has_waited_longer(table, other, seat))
            return false;
    }
    return true;
}
`,
    explanation:
      'Both forks must be free, so nobody ever holds one and waits for the other: that is the end of the deadlock. A hungry neighbour who has waited longer goes first: that is the end of starving.',
  },
  {
    title: 'Neighbours never eat together',
    description: 'A test that replays the log of a crowded dinner.',
    language: 'bash',
    highlight: '4',
    code: `./dinner --plain 7 2000 20 5 8 | awk '
    $4 == "eats" {
        left = $3 == 1 ? 7 : $3 - 1; right = $3 == 7 ? 1 : $3 + 1
        if (eating[left] || eating[right]) { print "not ok: " $0 " beside a neighbour"; bad = 1 }
        eating[$3] = 1
    }
`,
    explanation: 'It trusts nothing but what the program printed.',
  },
]

export const stackSortWalkthrough: SeedListing[] = [
  {
    title: 'The cheapest way',
    description:
      'Two stacks turn forwards or backwards, together or apart: four ways, one price each.',
    language: 'c',
    highlight: '5',
    code: `static struct plan cheapest(size_t i, size_t count_a, size_t j, size_t count_b)
{
    int up_a = (int)i, down_a = (int)i - (int)count_a;
    int up_b = (int)j, down_b = (int)j - (int)count_b;
    struct plan plans[] = { { up_a, up_b }, { down_a, down_b }, { up_a, down_b }, { down_a, up_b } };
    struct plan best = plans[0];

    for (int k = 1; k < 4; k++)
        if (cost(plans[k]) < cost(best))
            best = plans[k];
    return best;
}
`,
    explanation:
      'A rotation that both stacks share is paid once, which is where most operations are saved.',
  },
]
