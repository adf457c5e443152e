# AppArmor profile of the terminal service's container. Docker's own refuses user namespaces and mounts, of which the
# sandbox is made. Load it once per host: apparmor_parser -r deploy/terminal/apparmor.profile
#include <tunables/global>

profile shellfolio-sandbox flags=(attach_disconnected,mediate_deleted) {
  #include <abstractions/base>

  network,
  capability,
  file,
  umount,
  mount,
  pivot_root,
  userns,
  signal,
  ptrace,
  unix,

  deny @{PROC}/sysrq-trigger rwklx,
  deny @{PROC}/kcore rwklx,
  deny @{PROC}/mem rwklx,
  deny @{PROC}/sys/kernel/** w,
  deny /sys/** w,
}
