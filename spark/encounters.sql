-- Who encountered whom: the rules queries/rules/35 and 50 to 54 as one SQL statement over the tables of `entente export parquet`.
-- It runs as it is in Spark SQL and in DuckDB. What the rules derive before (statuses, sides, offices, disputes) is in the tables.
-- Left out is queries/rules/55: who may have been meant where a source names only an office.
WITH
term AS (SELECT 'https://w3id.org/entente/ontology#' AS ns),
-- With which attendance somebody is there: at an event as held, or as announced.
attendances AS (
  SELECT concat(ns, 'held') AS status, concat(ns, 'attended') AS attendance FROM term
  UNION ALL SELECT concat(ns, 'announced'), concat(ns, 'expected') FROM term
  UNION ALL SELECT concat(ns, 'announced'), concat(ns, 'invited') FROM term
),
present AS (
  SELECT DISTINCT p.participation, p.event, p.participant, p.isPerson, p.attendance, p.attendanceDisputed, p.isGroup, p.groupSize,
    e.status, e.meeting, e.session, e.ceremony, e.visit, e.trip, e.participantsDisputed
  FROM participations p
  JOIN events e ON e.event = p.event
  JOIN attendances a ON a.status = e.status AND a.attendance = p.attendance
),
in_role AS (
  SELECT DISTINCT r.participation, r.role, k.principal, k.talking, k.travelling
  FROM participation_roles r JOIN roles k ON k.role = r.role
),
-- At most six principals.
principals AS (
  SELECT p.event
  FROM present p JOIN in_role r ON r.participation = p.participation AND r.principal
  WHERE NOT p.isGroup AND (p.meeting OR p.ceremony)
  GROUP BY p.event
  HAVING COUNT(DISTINCT p.participation) <= 6
),
-- At most six people, counting groups whose size is given.
heads AS (
  SELECT p.event, p.participation, MAX(COALESCE(p.groupSize, CASE WHEN p.isGroup THEN 0 ELSE 1 END)) AS counted
  FROM present p
  WHERE p.meeting AND NOT p.session
  GROUP BY p.event, p.participation
),
few AS (SELECT event FROM heads GROUP BY event HAVING SUM(counted) <= 6),
paired AS (
  SELECT p1.participation AS p1, p2.participation AS p2, p1.event
  FROM present p1 JOIN present p2 ON p2.event = p1.event AND p2.participation <> p1.participation
  JOIN in_role r1 ON r1.participation = p1.participation AND r1.principal
  JOIN in_role r2 ON r2.participation = p2.participation AND r2.principal
  JOIN principals n ON n.event = p1.event
  WHERE p1.meeting
  UNION
  SELECT p1.participation, p2.participation, p1.event
  FROM present p1 JOIN present p2 ON p2.event = p1.event AND p2.participation <> p1.participation
  JOIN in_role r1 ON r1.participation = p1.participation AND r1.talking
  JOIN in_role r2 ON r2.participation = p2.participation AND r2.talking
  JOIN few n ON n.event = p1.event
  WHERE EXISTS (SELECT 1 FROM participation_sides s WHERE s.participation = p1.participation)
    AND EXISTS (SELECT 1 FROM participation_sides s WHERE s.participation = p2.participation)
  UNION
  SELECT p1.participation, p2.participation, p1.event
  FROM present p1 JOIN present p2 ON p2.event = p1.event AND p2.participation <> p1.participation
  JOIN in_role r1 ON r1.participation = p1.participation
  JOIN roles k ON k.role = r1.role
  JOIN in_role r2 ON r2.participation = p2.participation AND r2.role = k.matching
  JOIN principals n ON n.event = p1.event
  WHERE p1.ceremony
),
same_side AS (
  SELECT DISTINCT a.participation AS p1, b.participation AS p2
  FROM paired c
  JOIN participation_sides a ON a.participation = c.p1
  JOIN participation_sides b ON b.participation = c.p2 AND b.side = a.side
),
same_delegation AS (
  SELECT DISTINCT a.participation AS p1, b.participation AS p2
  FROM paired c
  JOIN participation_delegations a ON a.participation = c.p1
  JOIN participation_delegations b ON b.participation = c.p2 AND b.delegation = a.delegation
),
facing AS (
  SELECT DISTINCT c.p1, c.p2, c.event
  FROM paired c
  JOIN present a ON a.participation = c.p1
  JOIN present b ON b.participation = c.p2
  LEFT JOIN same_side s ON s.p1 = c.p1 AND s.p2 = c.p2
  LEFT JOIN same_delegation d ON d.p1 = c.p1 AND d.p2 = c.p2
  WHERE s.p1 IS NULL AND d.p1 IS NULL AND NOT a.participantsDisputed AND NOT a.attendanceDisputed AND NOT b.attendanceDisputed
),
-- 50 and 53: two persons who face each other.
face_to_face AS (
  SELECT DISTINCT a.participant AS one, b.participant AS other, a.event, a.status
  FROM facing f
  JOIN present a ON a.participation = f.p1 AND a.isPerson
  JOIN present b ON b.participation = f.p2 AND b.isPerson
  WHERE a.participant < b.participant
),
-- 54: a person, and somebody known by office only.
common_report AS (
  SELECT DISTINCT a.participation AS p1, b.participation AS p2
  FROM participation_reports a JOIN participation_reports b ON b.report = a.report AND b.participation <> a.participation
),
with_office AS (
  SELECT DISTINCT a.participant AS one, o.office AS other, a.event, a.status
  FROM facing f
  JOIN present a ON a.participation = f.p1 AND a.isPerson
  JOIN present b ON b.participation = f.p2 AND b.participant IS NULL
  JOIN participation_offices o ON o.participation = f.p2 AND NOT o.certain
  JOIN common_report r ON r.p1 = f.p1 AND r.p2 = f.p2
  LEFT JOIN participation_offices own ON own.participation = f.p1 AND own.office = o.office AND own.certain
  WHERE own.participation IS NULL
),
-- 51: two persons at the same held event that is no whole trip.
visiting_side AS (
  SELECT DISTINCT a.participation AS p1, b.participation AS p2
  FROM present v JOIN participation_sides a ON a.participation = v.participation
  JOIN present w ON w.event = v.event
  JOIN participation_sides b ON b.participation = w.participation AND b.side = a.side
  WHERE v.visit
),
together AS (
  SELECT DISTINCT a.participant AS one, b.participant AS other, a.event
  FROM present a
  JOIN present b ON b.event = a.event AND a.participant < b.participant
  LEFT JOIN visiting_side s ON s.p1 = a.participation AND s.p2 = b.participation
  LEFT JOIN common_report r ON r.p1 = a.participation AND r.p2 = b.participation
  LEFT JOIN face_to_face m ON m.one = a.participant AND m.other = b.participant AND m.event = a.event
    AND m.status = (SELECT concat(ns, 'held') FROM term)
  WHERE a.status = (SELECT concat(ns, 'held') FROM term) AND NOT a.trip AND a.isPerson AND b.isPerson
    AND NOT a.attendanceDisputed AND NOT b.attendanceDisputed
    AND s.p1 IS NULL AND m.one IS NULL AND (r.p1 IS NOT NULL OR NOT a.participantsDisputed)
),
-- 52: two persons who came along on the same visit or trip, on the same side or in the same delegation.
belonging AS (
  SELECT participation, side AS body FROM participation_sides
  UNION SELECT participation, delegation FROM participation_delegations
),
travelled AS (
  SELECT DISTINCT a.participant AS one, b.participant AS other, a.event
  FROM present a
  JOIN present b ON b.event = a.event AND a.participant < b.participant
  JOIN in_role r1 ON r1.participation = a.participation AND r1.travelling
  JOIN in_role r2 ON r2.participation = b.participation AND r2.travelling
  JOIN belonging x ON x.participation = a.participation
  JOIN belonging y ON y.participation = b.participation AND y.body = x.body
  WHERE a.visit AND a.status = (SELECT concat(ns, 'held') FROM term) AND a.isPerson AND b.isPerson
    AND NOT a.attendanceDisputed AND NOT b.attendanceDisputed
),
found AS (
  SELECT one, other, event,
    CASE WHEN status = (SELECT concat(ns, 'held') FROM term) THEN 'levelMet' ELSE 'levelAnnounced' END AS kind
  FROM face_to_face
  UNION SELECT one, other, event,
    CASE WHEN status = (SELECT concat(ns, 'held') FROM term) THEN 'levelMetHolderOf' ELSE 'levelAnnouncedHolderOf' END
  FROM with_office
  UNION SELECT one, other, event, 'levelCoAttended' FROM together
  UNION SELECT one, other, event, 'levelTravelledWith' FROM travelled
)
SELECT DISTINCT f.one, f.other, f.event, concat(t.ns, f.kind) AS level, e.earliest, e.latest, e.date
FROM found f JOIN events e ON e.event = f.event CROSS JOIN term t
ORDER BY f.event, level, f.one, f.other
