/* sc NUMBER [argument...]: makes one system call and prints ALLOWED or the error's name.
   An argument is a number, s:STRING, or b:SIZE for a zeroed buffer. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(int count, char **words) {
  long arguments[6] = {0};
  for (int i = 2; i < count && i < 8; i++) {
    char *word = words[i];
    if (!strncmp(word, "s:", 2)) arguments[i - 2] = (long)(word + 2);
    else if (!strncmp(word, "b:", 2)) arguments[i - 2] = (long)calloc(1, atoi(word + 2));
    else arguments[i - 2] = strtoul(word, 0, 0);
  }
  pid_t caller = getpid();
  long result = syscall(strtoul(words[1], 0, 0), arguments[0], arguments[1], arguments[2],
                        arguments[3], arguments[4], arguments[5]);
  if (result == 0 && getpid() != caller) _exit(0);
  if (result < 0) printf("%s\n", strerrorname_np(errno));
  else printf("ALLOWED\n");
  return result < 0;
}
