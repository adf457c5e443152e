/* trace KIND: what a tracer can do to a child of its own, printed as one line. */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef PTRACE_O_SUSPEND_SECCOMP
#define PTRACE_O_SUSPEND_SECCOMP (1 << 21)
#endif

static volatile long secret = 42;

/* A child that is stopped and traced. */
static pid_t start(void (*act)(void)) {
  pid_t child = fork();
  if (child == 0) {
    ptrace(PTRACE_TRACEME, 0, 0, 0);
    raise(SIGSTOP);
    act();
    _exit(0);
  }
  waitpid(child, 0, 0);
  return child;
}

static void nothing(void) {}
static void ask(void) { _exit(syscall(SYS_getppid) < 0 ? errno : 0); }

static void answer(long result) {
  if (result < 0) printf("%s\n", strerrorname_np(errno));
  else printf("ALLOWED\n");
}

int main(int count, char **words) {
  const char *kind = count > 1 ? words[1] : "";
  if (!strcmp(kind, "read")) {
    secret = 0;
    pid_t child = start(nothing);
    ptrace(PTRACE_POKEDATA, child, &secret, 43);
    printf("peeked %ld", ptrace(PTRACE_PEEKDATA, child, &secret, 0));
    long copy = 0;
    struct iovec here = {&copy, sizeof copy}, there = {(void *)&secret, sizeof copy};
    if (process_vm_readv(child, &here, 1, &there, 1, 0) < 0) printf(", %s\n", strerrorname_np(errno));
    else printf(", copied %ld\n", copy);
  } else if (!strcmp(kind, "suspend")) {
    pid_t child = fork();
    if (child == 0) pause();
    answer(ptrace(PTRACE_SEIZE, child, 0, PTRACE_O_SUSPEND_SECCOMP));
  } else if (!strcmp(kind, "filter")) {
    answer(ptrace(PTRACE_SECCOMP_GET_FILTER, start(nothing), 0, 0));
#ifdef __x86_64__
  } else if (!strcmp(kind, "rewrite")) {
    /* The child asks for its parent; on the way in the call becomes swapon. */
    pid_t child = start(ask);
    int status = 0;
    ptrace(PTRACE_SETOPTIONS, child, 0, PTRACE_O_TRACESYSGOOD);
    do {
      ptrace(PTRACE_SYSCALL, child, 0, 0);
      waitpid(child, &status, 0);
    } while (!WIFEXITED(status) && (WSTOPSIG(status) != (SIGTRAP | 0x80) ||
             ptrace(PTRACE_PEEKUSER, child, offsetof(struct user_regs_struct, orig_rax), 0) != SYS_getppid));
    ptrace(PTRACE_POKEUSER, child, offsetof(struct user_regs_struct, orig_rax), atol(words[2]));
    ptrace(PTRACE_CONT, child, 0, 0);
    waitpid(child, &status, 0);
    printf("%s\n", WEXITSTATUS(status) ? strerrorname_np(WEXITSTATUS(status)) : "ALLOWED");
#endif
  } else if (!strcmp(kind, "hold")) {
    /* Children that stop at their own death, and a tracer that never lets them go on. */
    for (int i = 0; i < 5; i++) {
      pid_t child = start(nothing);
      ptrace(PTRACE_SETOPTIONS, child, 0, PTRACE_O_TRACEEXIT);
      if (i % 2) { ptrace(PTRACE_CONT, child, 0, 0); waitpid(child, 0, 0); }
    }
    for (int i = 1; i < 65; i++) signal(i, SIG_IGN);
    setsid();
    printf("held\n");
    fflush(stdout);
    for (;;) pause();
  } else return 64;
  return 0;
}
