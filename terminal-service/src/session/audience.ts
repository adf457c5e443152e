// The browsers at one session and what each has seen: welcomes, output, snapshots, partings. Pure: it asks by effects.
import {
  CLOSE,
  type CloseCode,
  type Exit,
  type ResumePoint,
  type Role,
  type ServerFrame,
  type TermEvent,
} from '@shellfolio/protocol'
import { OutputLog } from './output-log.ts'
import { snapshotFrames, welcomeFrame } from './session-frames.ts'
import type { Effect, ViewerId } from './transitions.ts'
import { Viewer } from './viewer.ts'

export type Size = { cols: number; rows: number }

export type AudienceFacts = {
  sid: string
  epoch: string
  limits: { idleS: number; maxS: number }
}

/** What a browser is told on arrival: the size in force and how far its input has arrived. */
type Present = { size: Size; input: number; nowMs: number }

export class Audience {
  readonly log = new OutputLog()
  readonly #facts: AudienceFacts
  readonly #do: (effect: Effect) => void
  readonly #viewers = new Map<ViewerId, Viewer>()
  #controller: Viewer | undefined

  constructor(facts: AudienceFacts, perform: (effect: Effect) => void) {
    this.#facts = facts
    this.#do = perform
  }

  /** The one browser that types and sizes. */
  get controller(): Viewer | undefined {
    return this.#controller
  }

  get count(): number {
    return this.#viewers.size
  }

  /** Position up to which the controller was sent; the end where there is none. */
  get sent(): number {
    return this.#controller?.sent ?? this.log.end
  }

  /** The controller has parsed everything. */
  get isDrained(): boolean {
    return this.#controller?.phase === 'live' && this.#controller.parsed === this.log.end
  }

  get(id: ViewerId): Viewer | undefined {
    return this.#viewers.get(id)
  }

  add(id: ViewerId, role: Role, nowMs: number): void {
    this.#viewers.set(id, new Viewer(id, role, nowMs))
  }

  /** The newest browser of the visitor is the one that types; an older one is told. */
  control(viewer: Viewer): void {
    const old = this.#controller
    this.#controller = viewer
    if (old) this.part(old, CLOSE.replaced)
  }

  /** `code` is absent when its socket is gone already. Answers whether it was the controller. */
  part(viewer: Viewer, code?: CloseCode): boolean {
    this.#viewers.delete(viewer.id)
    this.#do({ do: 'part', from: viewer.id, ...(code === undefined ? {} : { code }) })
    if (viewer !== this.#controller) return false
    this.#controller = undefined
    return true
  }

  /** Everyone goes; those who know the session are told how it ended. */
  dismiss(code: CloseCode, exit?: Exit): void {
    for (const viewer of [...this.#viewers.values()]) {
      if (exit && viewer.isGreeted) this.send(viewer, { op: 'exit', exit })
      this.part(viewer, code)
    }
  }

  send(viewer: Viewer, frame: ServerFrame): void {
    this.#do({ do: 'send', to: viewer.id, frame })
  }

  tell(event: TermEvent): void {
    for (const viewer of this.#greeted()) this.send(viewer, { op: 'event', event })
  }

  /** Tells the controller how far its input has arrived. */
  acknowledge(offset: number): void {
    if (this.#controller) this.send(this.#controller, { op: 'inputAck', offset })
  }

  note(msg: string): void {
    this.tell({ t: 'notice', level: 'warning', msg })
  }

  tellCount(): void {
    this.tell({ t: 'viewers', n: this.#greeted().length })
  }

  /** The controller's size rules; who looks on is told. */
  tellSize(size: Size): void {
    for (const viewer of this.#greeted()) {
      if (viewer !== this.#controller) this.send(viewer, { op: 'size', ...size })
    }
  }

  /** The program runs for the first time. */
  welcomeAll(present: Present): void {
    for (const viewer of this.#greeted()) {
      viewer.phase = 'live'
      this.#welcome(viewer, present, { position: 0, replay: 'none' })
    }
    // Whoever is alone knows that.
    if (this.#greeted().length > 1) this.tellCount()
  }

  /** A browser joins a session that runs: it goes on where it stopped, or gets the screen as it is. */
  welcomeBack(viewer: Viewer, resume: ResumePoint | undefined, present: Present): void {
    const { sid, epoch } = this.#facts
    const position = this.log.resumable(resume, sid, epoch)
    viewer.startAt(position ?? this.log.end, present.nowMs)
    const replay = position === undefined ? 'snapshot' : 'ring'
    this.#welcome(viewer, present, { position: viewer.sent, replay })
    this.tellCount()
    if (position === undefined) this.#askSnapshot(viewer, present.size)
    else {
      viewer.phase = 'live'
      this.serve(viewer)
    }
  }

  /** The screen arrived; its browser follows the output from there on. */
  onSnapshot(viewer: Viewer, position: number, data: Uint8Array, nowMs: number): void {
    if (viewer.phase !== 'snapshot') return
    for (const frame of snapshotFrames(position, data)) this.send(viewer, frame)
    viewer.startAt(position, nowMs)
    viewer.phase = 'live'
    this.serve(viewer)
  }

  /** Those who fell so far behind that their place is gone see the present screen instead. */
  refresh(size: Size): void {
    for (const viewer of this.#viewers.values()) {
      if (viewer.phase === 'live' && !this.log.holds(viewer.sent)) this.#askSnapshot(viewer, size)
    }
  }

  /** Whether somebody's place is gone. */
  get hasLagging(): boolean {
    return [...this.#viewers.values()].some(
      (viewer) => viewer.phase === 'live' && !this.log.holds(viewer.sent),
    )
  }

  flush(): void {
    for (const viewer of this.#viewers.values()) this.serve(viewer)
  }

  /** Sends what a browser has not got. The controller paces the program instead of being paced. */
  serve(viewer: Viewer): void {
    if (viewer.phase !== 'live' || !this.log.holds(viewer.sent)) return
    for (;;) {
      const mustWait = viewer.isClogged || viewer.isFull(viewer.sent)
      if (viewer !== this.#controller && mustWait) return
      const frame = this.log.next(viewer)
      if (!frame) return
      this.send(viewer, frame)
    }
  }

  #greeted(): Viewer[] {
    return [...this.#viewers.values()].filter((viewer) => viewer.isGreeted)
  }

  #welcome(
    { id, role }: Viewer,
    { size, input }: Present,
    from: { position: number; replay: 'ring' | 'snapshot' | 'none' },
  ) {
    const { sid, epoch, limits } = this.#facts
    const frame = welcomeFrame({ sid, epoch, limits, role, ...size, input, ...from })
    this.#do({ do: 'send', to: id, frame })
  }

  #askSnapshot(viewer: Viewer, size: Size) {
    viewer.phase = 'snapshot'
    const { end: position } = this.log
    this.#do({ do: 'snapshot', for: viewer.id, position, ...size, data: this.log.redraw() })
  }
}
