/* net serve PORT: says "hello" to whoever connects by TCP or sends a datagram on the loopback. net down: switches lo off. */
#include <arpa/inet.h>
#include <errno.h>
#include <net/if.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

static int serve(int port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  int stream = socket(AF_INET, SOCK_STREAM, 0), datagram = socket(AF_INET, SOCK_DGRAM, 0);
  if (bind(stream, (void *)&address, sizeof address) || listen(stream, 8) ||
      bind(datagram, (void *)&address, sizeof address)) {
    printf("%d\n", errno);
    return 1;
  }
  printf("serving\n");
  fflush(stdout);
  struct pollfd ready[2] = {{stream, POLLIN}, {datagram, POLLIN}};
  for (;;) {
    poll(ready, 2, -1);
    if (ready[0].revents) {
      int peer = accept(stream, 0, 0);
      write(peer, "hello\n", 6);
      close(peer);
    }
    if (ready[1].revents) {
      struct sockaddr_in peer;
      socklen_t size = sizeof peer;
      char text[8];
      recvfrom(datagram, text, sizeof text, 0, (void *)&peer, &size);
      sendto(datagram, "hello\n", 6, 0, (void *)&peer, size);
    }
  }
}

int main(int count, char **words) {
  if (count == 3 && !strcmp(words[1], "serve")) return serve(atoi(words[2]));
  struct ifreq request = {.ifr_name = "lo"};
  int any = socket(AF_INET, SOCK_DGRAM, 0);
  printf("%s\n", ioctl(any, SIOCSIFFLAGS, &request) ? "refused" : "ALLOWED");
  return 0;
}
