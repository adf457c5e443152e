// Starts the live preview of a draft inside the admin's frame.
import { startLivePreview } from './live.ts'

const cms = document.querySelector<HTMLElement>('[data-live-preview]')?.dataset.livePreview
if (cms) startLivePreview(cms)
