import { jobsContract } from '../../ports/jobs.contract.ts';
import { memoryJobs } from './jobs.ts';

jobsContract('memory', async () => memoryJobs());
