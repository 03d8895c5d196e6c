/**
 * Scheduling after allocation, and its proof.
 *
 * <pre>
 *   block ─► regions between barriers ─► {@link org.jcc.codegen.schedule.DependenceGraph} ─► ListScheduler ─► the shorter of both orders
 *     └─ snapshot ──────────────────────────────────────────────────────────► ScheduleChecker ◄──────────────────┘
 * </pre>
 */
package org.jcc.codegen.schedule;
