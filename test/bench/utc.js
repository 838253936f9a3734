/*
 * Puts the process in UTC. Imported before the peers: chinese-days reads its holidays a day early on a host west of Greenwich,
 * and does so while it loads; to the others local time is then UTC, which costs them least.
 */
process.env.TZ = 'UTC'
