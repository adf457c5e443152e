import * as migration_20261124_110848_initial from './20261124_110848_initial';
import * as migration_20261125_000429_demo_modes_and_flags from './20261125_000429_demo_modes_and_flags';
import * as migration_20261127_101022_terminal_smoke_runs from './20261127_101022_terminal_smoke_runs';
import * as migration_20261127_114042_terminal_recordings_and_past from './20261127_114042_terminal_recordings_and_past';
import * as migration_20261127_115212_terminal_forget_job from './20261127_115212_terminal_forget_job';
import * as migration_20261127_121043_terminal_recordings_job from './20261127_121043_terminal_recordings_job';
import * as migration_20261127_144913_diagrams from './20261127_144913_diagrams';
import * as migration_20261127_145546_content_model from './20261127_145546_content_model';
import * as migration_20261127_145620_audit_log from './20261127_145620_audit_log';
import * as migration_20261127_145702_audit_log_append_only from './20261127_145702_audit_log_append_only';
import * as migration_20261127_145712_contact from './20261127_145712_contact';
import * as migration_20261127_150052_redirects from './20261127_150052_redirects';
import * as migration_20261127_150631_pages from './20261127_150631_pages';
import * as migration_20261127_151000_search_index from './20261127_151000_search_index';
import * as migration_20261127_151131_media_facts_and_listings from './20261127_151131_media_facts_and_listings';
import * as migration_20261127_151843_diagrams_drawn from './20261127_151843_diagrams_drawn';
import * as migration_20261127_152110_file_cleanup_job from './20261127_152110_file_cleanup_job';
import * as migration_20261127_152440_second_factor_logins_service_accounts from './20261127_152440_second_factor_logins_service_accounts';
import * as migration_20261127_154123_webhook_deliveries from './20261127_154123_webhook_deliveries';
import * as migration_20261127_154923_rescue_jobs from './20261127_154923_rescue_jobs';
import * as migration_20261127_161223_imported_from from './20261127_161223_imported_from';
import * as migration_20261127_161537_health_checks from './20261127_161537_health_checks';

export const migrations = [
  {
    up: migration_20261124_110848_initial.up,
    down: migration_20261124_110848_initial.down,
    name: '20261124_110848_initial',
  },
  {
    up: migration_20261125_000429_demo_modes_and_flags.up,
    down: migration_20261125_000429_demo_modes_and_flags.down,
    name: '20261125_000429_demo_modes_and_flags',
  },
  {
    up: migration_20261127_101022_terminal_smoke_runs.up,
    down: migration_20261127_101022_terminal_smoke_runs.down,
    name: '20261127_101022_terminal_smoke_runs',
  },
  {
    up: migration_20261127_114042_terminal_recordings_and_past.up,
    down: migration_20261127_114042_terminal_recordings_and_past.down,
    name: '20261127_114042_terminal_recordings_and_past',
  },
  {
    up: migration_20261127_115212_terminal_forget_job.up,
    down: migration_20261127_115212_terminal_forget_job.down,
    name: '20261127_115212_terminal_forget_job',
  },
  {
    up: migration_20261127_121043_terminal_recordings_job.up,
    down: migration_20261127_121043_terminal_recordings_job.down,
    name: '20261127_121043_terminal_recordings_job',
  },
  {
    up: migration_20261127_144913_diagrams.up,
    down: migration_20261127_144913_diagrams.down,
    name: '20261127_144913_diagrams',
  },
  {
    up: migration_20261127_145546_content_model.up,
    down: migration_20261127_145546_content_model.down,
    name: '20261127_145546_content_model',
  },
  {
    up: migration_20261127_145620_audit_log.up,
    down: migration_20261127_145620_audit_log.down,
    name: '20261127_145620_audit_log',
  },
  {
    up: migration_20261127_145702_audit_log_append_only.up,
    down: migration_20261127_145702_audit_log_append_only.down,
    name: '20261127_145702_audit_log_append_only',
  },
  {
    up: migration_20261127_145712_contact.up,
    down: migration_20261127_145712_contact.down,
    name: '20261127_145712_contact',
  },
  {
    up: migration_20261127_150052_redirects.up,
    down: migration_20261127_150052_redirects.down,
    name: '20261127_150052_redirects',
  },
  {
    up: migration_20261127_150631_pages.up,
    down: migration_20261127_150631_pages.down,
    name: '20261127_150631_pages',
  },
  {
    up: migration_20261127_151000_search_index.up,
    down: migration_20261127_151000_search_index.down,
    name: '20261127_151000_search_index',
  },
  {
    up: migration_20261127_151131_media_facts_and_listings.up,
    down: migration_20261127_151131_media_facts_and_listings.down,
    name: '20261127_151131_media_facts_and_listings',
  },
  {
    up: migration_20261127_151843_diagrams_drawn.up,
    down: migration_20261127_151843_diagrams_drawn.down,
    name: '20261127_151843_diagrams_drawn',
  },
  {
    up: migration_20261127_152110_file_cleanup_job.up,
    down: migration_20261127_152110_file_cleanup_job.down,
    name: '20261127_152110_file_cleanup_job',
  },
  {
    up: migration_20261127_152440_second_factor_logins_service_accounts.up,
    down: migration_20261127_152440_second_factor_logins_service_accounts.down,
    name: '20261127_152440_second_factor_logins_service_accounts',
  },
  {
    up: migration_20261127_154123_webhook_deliveries.up,
    down: migration_20261127_154123_webhook_deliveries.down,
    name: '20261127_154123_webhook_deliveries',
  },
  {
    up: migration_20261127_154923_rescue_jobs.up,
    down: migration_20261127_154923_rescue_jobs.down,
    name: '20261127_154923_rescue_jobs',
  },
  {
    up: migration_20261127_161223_imported_from.up,
    down: migration_20261127_161223_imported_from.down,
    name: '20261127_161223_imported_from',
  },
  {
    up: migration_20261127_161537_health_checks.up,
    down: migration_20261127_161537_health_checks.down,
    name: '20261127_161537_health_checks'
  },
];
