/* bomb KIND: takes memory, processes or descriptors until something stops it, and prints how far it came. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define CHUNK (8L << 20)

static void fill_shared(void) {
  for (;;) {
    char *chunk = mmap(0, CHUNK, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (chunk == MAP_FAILED) break;
    memset(chunk, 1, CHUNK);
  }
}

static void fill_private(long most) {
  for (long taken = 0; taken < most; taken += CHUNK) {
    char *chunk = mmap(0, CHUNK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (chunk == MAP_FAILED) { printf("refused after %ld MiB\n", taken >> 20); fflush(stdout); return; }
    memset(chunk, 1, CHUNK);
  }
}

static void *fork_and_fill(void *unused) {
  for (int i = 0; i < 8; i++)
    if (fork() == 0) { fill_private(100L << 20); pause(); }
  return unused;
}

static void fill_sockets(void) {
  static char data[4096];
  int pair[2];
  while (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair) == 0)
    for (int end = 0; end < 2; end++)
      while (write(pair[end], data, sizeof data) > 0);
}

int main(int count, char **words) {
  const char *kind = count > 1 ? words[1] : "";
  if (!strcmp(kind, "private")) fill_private(1L << 40);
  else if (!strcmp(kind, "shared")) fill_shared();
  else if (!strcmp(kind, "processes")) { fork_and_fill(0); while (wait(0) > 0); }
  else if (!strcmp(kind, "sockets")) {
    for (int i = 0; i < 16; i++)
      if (fork() == 0) { fill_sockets(); pause(); }
    while (wait(0) > 0);
  } else if (!strcmp(kind, "threads")) {
    pthread_t thread;
    pthread_create(&thread, 0, fork_and_fill, 0);
    pause();
  } else if (!strcmp(kind, "descriptors")) {
    int n = 0;
    while (open("/dev/null", O_RDONLY) >= 0) n++;
    printf("%s after %d\n", strerrorname_np(errno), n);
  } else if (!strcmp(kind, "forks")) {
    int n = 0;
    for (; n < 5000; n++) {
      pid_t child = fork();
      if (child < 0) break;
      if (child == 0) { pause(); _exit(0); }
    }
    printf("%s after %d\n", strerrorname_np(errno), n);
    fflush(stdout);
  } else return 64;
  return 0;
}
