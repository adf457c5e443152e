// Attempts to take more than one's share. The limits are those of `LIMITS` in the runner.
import type { Row } from './row.ts'

export const QUOTAS: Row[] = [
  {
    title: 'filling the disk through the home folder',
    script:
      'dd if=/dev/zero of=big bs=1M count=300 2>&1 | grep -o "No space left\\|File size limit"; echo $(( $(stat -c %s big) >> 20 ))',
    verdict: /^(No space left\n)?(19|[0-1]?\d)$/,
    counter: 'limits',
  },
  {
    title: 'filling the disk through /tmp and /dev/shm as well',
    script:
      'for d in ~ /tmp /dev/shm; do head -c 100M /dev/zero > $d/big; done 2>/dev/null; echo $(( $(cat ~/big /tmp/big /dev/shm/big | wc -c) >> 20 ))',
    verdict: /^(19|[0-1]?\d)$/,
    counter: 'limits',
  },
  {
    title: 'making a file of a terabyte',
    script: '(truncate -s 1T s); stat -c %s s',
    verdict: /File (size limit|too large)[\s\S]*0$|^0$/i,
  },
  {
    title: 'allocating 90 gigabytes',
    script: '(fallocate -l 90G f); stat -c %s f',
    verdict: /File (size limit|too large)[\s\S]*0$|^0$|No space/i,
  },
  {
    title: 'making files until the kernel runs out of memory',
    script:
      'mkdir b; cd b; seq 1 8000 | xargs touch 2>&1 | grep -o "No space left" | sort -u; ls | wc -l',
    verdict: /^No space left\n(19|20)\d\d$/,
    counter: 'limits',
  },
  {
    title: 'forking without end',
    script: './bomb forks',
    verdict: /^EAGAIN after [34]\d$/,
    counter: 'limits',
  },
  {
    title: 'starting threads by the shell',
    script:
      'for i in $(seq 200); do sleep 2 & done 2>&1 | grep -o "Resource temporarily unavailable" | sort -u',
    verdict: /^Resource temporarily unavailable$/,
  },
  {
    title: 'opening files without end',
    script: './bomb descriptors',
    verdict: /^EMFILE after 25[0-3]$/,
  },
  {
    title: 'raising the limit of processes',
    script: 'ulimit -u 10000',
    verdict: /cannot modify limit/,
  },
  {
    title: 'raising the limit of descriptors',
    script: 'ulimit -n 100000',
    verdict: /cannot modify limit/,
  },
  {
    title: 'raising the limit of memory',
    script: 'ulimit -d unlimited',
    verdict: /cannot modify limit/,
  },
  {
    title: 'raising the limit of CPU time',
    script: 'ulimit -Ht unlimited',
    verdict: /cannot modify limit/,
  },
  {
    title: 'raising the limit of file sizes',
    script: 'ulimit -f unlimited',
    verdict: /cannot modify limit/,
  },
  {
    title: 'taking memory in one process',
    script: './bomb private',
    verdict: /^refused after \d{2,3} MiB$/,
    counter: 'limits',
  },
  {
    title: 'dumping core',
    script: 'ulimit -c; ulimit -c unlimited',
    verdict: /^0\n[\s\S]*cannot modify limit/,
  },
  {
    title: 'flooding what nobody reads, to the end of the sandbox',
    script: 'timeout 1 yes > /dev/null; echo ok',
    verdict: /^ok$/,
  },
  { title: 'locking memory', script: 'ulimit -Hl', verdict: /^64$/ },
]
