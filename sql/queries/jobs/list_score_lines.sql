-- one row: a line of a unit's score card
-- @run_id bigint; @unit_id int
-- line_number int, score_group text, rule_code text, state text, max_points numeric, points numeric, arithmetic text; in the order of the rule set
-- every point carries its rule and arithmetic (design.md §7)
select line.line_number, line.score_group, line.rule_code, line.state, line.max_points, line.points, line.arithmetic
from emulation.score_lines as line
where line.run_id = @run_id and line.unit_id = @unit_id
order by line.line_number
